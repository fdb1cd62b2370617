using Outturn.Core.People;
using Outturn.Core.Release;

namespace Outturn.Web.Parts;

/// <summary>How reports are called on the pages, and where what is wrong in one is put right.</summary>
public static class ReportAddresses
{
    public static string Word(this Role role) => role == Role.CabinetMember ? "member" : "director";

    public static Role? Signer(string? word) => word switch
    {
        "director" => Role.Director,
        "member" => Role.CabinetMember,
        _ => null,
    };

    /// <summary>The page that a finding of a report's checklist is cured on, what the link to it is called, and the ref of the indicator that it is about, if any.</summary>
    /// <param name="report">The report's name.</param>
    public static (string Text, string Address, string Page, string? Ref) Link(this Cure cure, string report) => cure switch
    {
        Cure.OfCommentary said => ($"Explain {said.Ref}", Addresses.Enter(said.Ref, said.Period), "/Collect/Enter", said.Ref),
        Cure.OfFigure figure => ($"Figure of {figure.Ref}", Addresses.Enter(figure.Ref, figure.Period), "/Collect/Enter", figure.Ref),
        Cure.OfTargets targets => ($"Targets of {targets.Ref}", $"/indicators/targets?reference={Uri.EscapeDataString(targets.Ref)}", "/Indicators/Targets", targets.Ref),
        Cure.OfDefinition definition => ($"Definition of {definition.Ref}", $"/indicators/edit/{Uri.EscapeDataString(definition.Ref)}", "/Indicators/Edit", definition.Ref),
        Cure.OfMeetings => ("Meetings", "/admin/committees", "/Admin/Committees", null),
        Cure.OfBlock => ("Text blocks", "/admin/blocks", "/Admin/Blocks", null),
        Cure.OfProposal proposal => ($"Proposal for {proposal.Ref}", Addresses.Proposal(proposal.Year, proposal.Ref), "/Review/Proposal", proposal.Ref),
        Cure.OfMetric metric => ($"Metric {metric.Id}", Pages.OutcomesPage.Metric(metric.Id), "/Outcomes/Metric", null),
        Cure.OfReport other => ("The report that is public", Addresses.Report(other.Name), "/Reports/Report", null),
        Cure.OfRound round => ($"Round of {round.Period}", $"/collect/round?round={round.Period.Code()}", "/Collect/Round", null),
        _ => ("Texts of the report", $"{Addresses.Report(report)}/texts", "/Reports/Texts", null),
    };
}
