using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Outturn.App.Collection;
using Outturn.App.Collection.Files;
using Outturn.App.Registers;
using Outturn.App.Release;
using Outturn.App.Review;
using Outturn.App.Stores;
using Outturn.Core.Collection;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Writer;

// A second process that writes to a store, for tests that kill it or work beside it. It says "ok N" when change N is acknowledged.
// submit STORE COUNT FIRST      COUNT revisions of one figure, one after the other, FIRST the value of the first
// import STORE FILE [broken]    one import of figures
// issue STORE PUBLIC [gap]      what is scheduled, whatever the time, and its copy to the public store; with gap it waits between the two
// race STORE PUBLIC BASE SEED COUNT [trusting]  see Races; it begins when it is told the instant that BASE is
// adopt STORE YEAR [broken]     the adoption of the review of the year that begins in YEAR
IInterceptor[] faults = args.Contains("broken") ? [new BrokenTransaction(args[0] switch { "adopt" => "levels", "issue" => "edition_step", _ => "audit_entry" })] : [];
var store = ((StoreResult.Opened)await Store.OpenAsync(StoreAddress.Read(args[1], out _)!, TimeProvider.System, faults, CancellationToken.None)).Store;
Console.WriteLine("ready");
if (args[0] == "submit")
{
    for (var i = 0; i < int.Parse(args[2]); i++)
    {
        var sent = new SentFigure("CS12", new Submission(Period.Month(2020, 4), new Observation(int.Parse(args[3]) + i)));
        var result = await Submissions.SubmitAsync(store, [sent], "second-process", null, new SubmitOptions((_, _) => "A test."), CancellationToken.None);
        Console.WriteLine(result is SubmitResult.Accepted ? $"ok {i}" : $"not {i}: {result}");
    }
}
else if (args[0] == "issue")
{
    var issued = await Issuing.IssueDueAsync(store, DateTime.MaxValue, CancellationToken.None);
    Console.WriteLine($"ok {issued.Count}");
    if (args.Contains("gap"))
    {
        Console.ReadLine();
    }

    var (copied, refusal) = await Publisher.RunAsync(store, args[2], CancellationToken.None);
    Console.WriteLine(refusal is null ? $"ok {copied}" : $"not: {refusal}");
}
else if (args[0] == "race")
{
    static DateTime Instant(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
    var clock = new SteppedClock(Instant(args[3]), Instant(Console.ReadLine()!), int.Parse(args[4]));
    await Races.RunAsync(store, args[2], clock, int.Parse(args[5]), args.Contains("trusting"));
}
else if (args[0] == "adopt")
{
    var result = await Adopting.AdoptAsync(store, Period.Year(int.Parse(args[2])), "second-process", CancellationToken.None);
    Console.WriteLine(result is ReviewResult.Taken { Changes: var changes } ? $"ok {changes.Count}" : $"not: {string.Join(' ', ((ReviewResult.Refused)result).Reasons)}");
}
else
{
    var register = (await CouncilSource.IndicatorsAsync(store, CancellationToken.None))!;
    var file = (FigureFileResult.Read)FigureFile.Read(args[2], register, FigureFileOptions.None, null, CancellationToken.None);
    var result = await FigureImport.RunAsync(store, file, new Act("second-process", "import", Path.GetFileName(args[2])), new ImportOptions(), _ => "A test.", null, CancellationToken.None);
    Console.WriteLine(result is FigureImportResult.Compared { New: var added } ? $"ok {added}" : $"not: {result}");
}
