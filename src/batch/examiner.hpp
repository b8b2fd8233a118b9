#pragma once

#include <array>
#include <memory>
#include <optional>

#include "batch/pipeline.hpp"
#include "batch/row_writer.hpp"
#include "batch/verdict_memory.hpp"
#include "scr/casework/period_in_force.hpp"

namespace scr::batch {

/// Screens the records of stretches: plain ones by the table, others as every record is that comes
/// alone.
class Examiner : public Worker {
 public:
    /// The arguments must outlive it.
    Examiner(const std::vector<FilterInput>&, const criteria::Criteria&, const FilterOptions&);

    void work(Stretch&, Portion&) override;
    void add_counts_to(OutcomeCounts&) const;

 private:
    using Other = intake::BlockParser::Other;
    using Group = intake::BlockParser::Group;
    template <class Each>
    using GroupOf = std::array<Each, intake::BlockParser::group_limit>;

    void work_on_block(Stretch&, Portion&);
    void take_group(Group, Portion&);
    void append_group(Group, const GroupOf<Prepared*>&, Portion&);
    bool take_plain(const intake::PlainRecord&, Prepared*, Portion&);
    void take_other(Other&, Portion&);
    std::optional<casework::RejectedRecord> take(casework::IncomingRecord&, Portion&);
    void refuse(casework::RejectedRecord, Portion&);
    intake::BlockParser& parser_for(const Stretch&);
    const criteria::Screener& screener();

    const std::vector<FilterInput>& inputs_;
    const criteria::Criteria& criteria_;
    const FilterOptions& options_;
    RowWriter writer_;
    casework::PeriodInForce period_;
    OutcomeCounts counts_;  ///< of records that were not plain
    std::optional<VerdictMemory> memory_;
    std::unique_ptr<criteria::Screener> screener_;  ///< made when a record needs it
    std::unique_ptr<intake::BlockParser> parser_;
    std::size_t parser_input_ = 0;
    bool parser_has_table_ = false;
};

}  // namespace scr::batch
