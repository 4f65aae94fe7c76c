-- What is kept of closed rounds can be computed again by the owner, who says so; nobody else can change it.
--
-- A condition on the trigger, and not `alter table ... disable trigger` in each transaction: that would lock the table
-- against closings and against the other connections that compute, and would change the catalogue ten thousand times.
-- The setting alone lets nobody in, as only the owner may update; and the owner's slip is refused without the setting.

drop trigger round_evidence_is_immutable on selaras.round_evidence;
drop trigger pair_evidence_is_immutable on selaras.pair_evidence;

create trigger round_evidence_is_never_removed before delete on selaras.round_evidence
    for each row execute function selaras.refuse_change();
create trigger pair_evidence_is_never_removed before delete on selaras.pair_evidence
    for each row execute function selaras.refuse_change();

create trigger round_evidence_is_changed_by_rescoring before update on selaras.round_evidence
    for each row when (coalesce(current_setting('selaras.rescoring', true), '') <> 'on')
    execute function selaras.refuse_change();
create trigger pair_evidence_is_changed_by_rescoring before update on selaras.pair_evidence
    for each row when (coalesce(current_setting('selaras.rescoring', true), '') <> 'on')
    execute function selaras.refuse_change();
