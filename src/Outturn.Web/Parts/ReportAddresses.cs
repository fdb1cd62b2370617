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

    /// <summary>The page that a finding of the checklist is cured on, and what it is called.</summary>
    public static (string Text, string Address) Link(this Cure cure) => cure switch
    {
        Cure.OfCommentary said => ($"Explain {said.Ref}", Addresses.Enter(said.Ref, said.Period)),
        Cure.OfFigure figure => ($"Figure of {figure.Ref}", Addresses.Enter(figure.Ref, figure.Period)),
        Cure.OfTargets targets => ($"Targets of {targets.Ref}", $"/indicators/targets?reference={Uri.EscapeDataString(targets.Ref)}"),
        Cure.OfDefinition definition => ($"Definition of {definition.Ref}", $"/indicators/edit/{Uri.EscapeDataString(definition.Ref)}"),
        Cure.OfMeetings => ("Meetings", "/admin/committees"),
        Cure.OfBlock => ("Text blocks", "/admin/blocks"),
        Cure.OfProposal proposal => ($"Proposal for {proposal.Ref}", Addresses.Proposal(proposal.Year, proposal.Ref)),
        Cure.OfMetric metric => ($"Metric {metric.Id}", Pages.OutcomesPage.Metric(metric.Id)),
        Cure.OfRound round => ($"Round of {round.Period}", $"/collect/round?round={round.Period.Code()}"),
        _ => ("Texts of the report", "/admin/files"),
    };
}
