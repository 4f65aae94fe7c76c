extension Fault {
    /// Which rule was broken. The raw values are an interface: clients and tests rely on them.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        // The file: nothing after it can be judged.
        case emptyFile = "empty_file"
        case noRows = "no_rows"
        case notUTF8 = "not_utf8"
        case utf16
        case excelWorkbook = "excel_workbook"
        case nulByte = "nul_byte"
        case recordTooLong = "record_too_long"
        case cutOffCharacter = "cut_off_character"
        // The header: likewise.
        case unknownColumn = "unknown_column"
        case misnamedColumn = "misnamed_column"
        case missingColumn = "missing_column"
        case doubledColumn = "doubled_column"
        case unnamedColumn = "unnamed_column"
        // The shape of a row.
        case quoteLeftOpen = "quote_left_open"
        case bytesAfterQuote = "bytes_after_quote"
        case tooFewFields = "too_few_fields"
        case tooManyFields = "too_many_fields"
        case emptyRow = "empty_row"
        // One cell of any file.
        case valueMissing = "value_missing"
        case textTooLong = "text_too_long"
        case controlCharacter = "control_character"
        case notAnInteger = "not_an_integer"
        case outOfRange = "out_of_range"
        case notADecimal = "not_a_decimal"
        case ambiguousThousands = "ambiguous_thousands"
        case notMoney = "not_money"
        case moneyWithSen = "money_with_sen"
        case notADay = "not_a_day"
        case notAChoice = "not_a_choice"
        case emptyListItem = "empty_list_item"
        case doubledListItem = "doubled_list_item"
        // A survey file.
        case badStatus = "bad_status"
        case answerWithoutInterview = "answer_without_interview"
        case goodAboveEligible = "good_above_eligible"
        case nobodyEligible = "nobody_eligible"
        case tooManyUnits = "too_many_units"
        case countsForFamily = "counts_for_family"
        case wordForPersons = "word_for_persons"
        case answerBecameDate = "answer_became_date"
        case notAnAnswer = "not_an_answer"
        case duplicateFamily = "duplicate_family"
        // A file of regions.
        case badRegionCode = "bad_region_code"
        case levelDisagrees = "level_disagrees"
        case parentDisagrees = "parent_disagrees"
        case badBPSCode = "bad_bps_code"
        // A file of indicators.
        case badEquivalent = "bad_equivalent"
        // A file of interventions.
        case listLengthsDiffer = "list_lengths_differ"
        case endsBeforeStart = "ends_before_start"
        case budgetIsNotTheSum = "budget_is_not_the_sum"
        case duplicateReference = "duplicate_reference"
        case unknownAgency = "unknown_agency"
        case unknownIndicator = "unknown_indicator"
    }
}
