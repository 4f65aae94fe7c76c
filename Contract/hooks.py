"""What scripts/contract asks beyond the checks that Schemathesis has."""

import schemathesis

# Faults that a schema of one value cannot tell: between members, in the calendar, in the language of filters. Decimals are
# x-decimals in the contract: multipleOf counts in binary fractions, by which 0.07 is no multiple of 0.01.
BEYOND_SCHEMAS = {
    "ends_before_it_starts",
    "needs_both_or_neither",
    "too_many_decimals",
    "repeated",
    "invalid_page_token",
    "not_a_day",
    "not_a_moment",
    # What a schema cannot compare with the clock: nobody can be told the state of a moment to come.
    "in_the_future",
    # Which rounds a lokus has, and which of them are closed, is no matter of a value.
    "round_missing",
    "round_open",
    # A code of an invitation ends with a sum over itself.
    "not_a_code",
    # What a new password must be is a policy of the service, and how easily it is guessed no pattern tells.
    "password_too_short",
    "password_too_long",
    "password_is_common",
    "password_is_not_mixed",
    "password_was_used_before",
    "malformed_filter",
    "unknown_field",
    "operator_not_allowed",
    "too_many_conditions",
}


def texts(value):
    """Every text in a body, names of members included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, member in value.items():
            yield from texts(name)
            yield from texts(member)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


@schemathesis.hook
def filter_body(ctx, body):
    """Half a character, as one surrogate alone is, has no form in UTF-8: no client sends it, and the server refuses it."""
    return not any("\ud800" <= character <= "\udfff" for text in texts(body) for character in text)


def goes_beyond_the_basic_plane(case):
    """Whether there may be an invisible character that no pattern names alike in every language of patterns."""
    return any(character > "\uffff" for character in f"{case.body}{case.query}")


@schemathesis.check
def valid_requests_are_refused_by_rules_only(ctx, response, case):
    """A request that fits the schema may break a rule about rows, but no member of it may be called wrong.

    positive_data_acceptance lets 422 pass, since rules about rows are 422 here; this check takes that back for
    everything that the schema could have said.
    """
    if case.meta is None or not case.meta.generation.mode.is_positive or response.status_code not in (400, 422):
        return
    problem = response.json()
    if response.status_code == 400:
        assert problem["code"] == "idempotency_key_required", f"fits the schema, and was refused: {problem}"
        return
    if problem["code"] not in ("invalid_request", "invalid_page_token"):
        return
    # Not every strategy goes with replace.
    faults = [fault for fault in problem["errors"] if (fault["pointer"], fault["code"]) != ("strategy", "not_in_list")]
    beyond = BEYOND_SCHEMAS | ({"control_character"} if goes_beyond_the_basic_plane(case) else set())
    assert {fault["code"] for fault in faults} <= beyond, f"fits the schema, and was called wrong: {problem['errors']}"


@schemathesis.check
def problems_tell_nothing_of_the_inside(ctx, response, case):
    """No error says how the service is built."""
    if response.status_code < 400:
        return
    for word in ("sqlstate", "select ", "insert ", "libpq", ".swift", "postgres", "constraint", "backtrace"):
        assert word not in response.text.lower(), f"an error body says {word!r}: {response.text[:300]}"


@schemathesis.check
def every_error_is_a_problem(ctx, response, case):
    """Whatever refused the request, the answer is application/problem+json with all of its members."""
    if response.status_code < 400:
        return
    kind = response.headers.get("content-type", [""])[0]
    assert kind.startswith("application/problem+json"), f"{response.status_code} has the type {kind!r}"
    problem = response.json()
    missing = {"type", "title", "status", "detail", "instance", "code", "request_id"} - set(problem)
    assert not missing, f"a problem without {sorted(missing)}"
    assert problem["status"] == response.status_code
