#pragma once

#include "intake/csv_binding.hpp"
#include "intake/csv_index.hpp"
#include "scr/criteria/screening_table.hpp"
#include "scr/intake/block.hpp"

namespace scr::intake {

/// Reads blocks of CSV. A record is plain when all its fields are: the answers are usual
/// spellings, the dates exist, the reference needs no trimming, quotes surround whole fields. For
/// any other the splitter of the one-by-one reader takes over for the length of that record.
class CsvBlockParser : public BlockParser {
 public:
    /// Without a table every record is another. The arguments must outlive the object.
    CsvBlockParser(const Columns&, const CsvBinding&, const criteria::ScreeningTable*,
                   char delimiter);

    void begin(Block&) override;
    Kind next(PlainRecord&, Other&) override;
    void read_again(const PlainRecord&, Other&) override;

 private:
    struct FactField {
        std::uint32_t field;
        std::uint32_t fact;
        const criteria::CellCodes* cells;
    };
    struct DateField {
        std::size_t field;
        bool birth;                    ///< an age may have to be computed
        bool regime;                   ///< the date by which criteria are picked
        const record::DateForm* form;  ///< null: ours
    };
    struct KeptField {
        std::size_t field;
        std::size_t position;
    };

    void bind(const Columns&, const criteria::ScreeningTable&);
    void index_from(std::size_t place);
    bool read_plain(PlainRecord&);
    bool read_answers(const CsvFields&, PlainRecord&);
    bool read_dates(const CsvFields&, PlainRecord&);
    bool tidy(CsvFields&);
    bool strip_quotes(const CsvFields&, std::size_t field);
    Kind read_other(Other&);
    bool read_slowly(std::size_t place, std::size_t line, Other&);
    void skip_empty_lines();

    const CsvBinding& binding_;
    char delimiter_;
    bool has_table_;
    std::size_t field_count_;
    std::vector<FactField> facts_;
    PlainRecord::Codes blank_{};
    std::vector<DateField> dates_;
    std::vector<KeptField> kept_;
    std::optional<std::size_t> ref_;

    Block* block_ = nullptr;
    CsvIndex index_;
    std::size_t base_ = 0;    ///< where in the block the index begins
    std::size_t record_ = 0;  ///< in the index: the next
    std::size_t at_ = 0;      ///< where the next record begins
    std::size_t line_ = 1;
    bool any_quote_ = false;  ///< in the block
    bool clean_ = false;      ///< the block is valid UTF-8 without a NUL byte

    // The record being read.
    std::vector<casework::KeptView> kept_cells_;
    std::vector<std::uint32_t> tidy_before_;  ///< of its fields, without quotes
    std::vector<std::uint32_t> tidy_ends_;
    InputBuffer slow_input_;
    CsvSplitter slow_splitter_;
    CsvRecord slow_record_;
};

}  // namespace scr::intake
