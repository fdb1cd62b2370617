using System.CommandLine;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Cli.Stores;
using Outturn.Core.Release;
using Outturn.Web.Release;

namespace Outturn.Cli.Release;

/// <summary>outturn verify: whether a paper is one that the council issued.</summary>
internal static class VerifyCommand
{
    private const string Notes = """
        Says whether a file is, byte for byte, one that the council issued: which edition of which report, when it was issued, and whether a
        correction or a withdrawal came after it. It asks the council's store, or the public one.

          outturn verify policy-and-resources-2025-26.pdf --public public.db
          outturn verify policy-and-resources-2025-26.pdf --store council.db

        Exit code: 0 genuine, 1 not genuine or cannot be told, 2 wrong use.

        """;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The paper." };
        var store = StoreOptions.Store();
        var published = new Option<string?>("--public") { HelpName = "FILE", Description = "The public store, or a copy of it." };
        var command = new Verb("verify", "Says whether a paper is genuine.", Notes) { file, store, published };
        command.SetAction(async (parsed, cancel) =>
        {
            var (streams, path) = (parsed.InvocationConfiguration, parsed.GetRequiredValue(file));
            if (!File.Exists(path))
            {
                return Screen.Refuse(Directory.Exists(path) ? $"{path} is a folder: name the file of the paper." : $"There is no file {path}.", streams);
            }

            string digest;
            try
            {
                digest = EditionMaking.Digest(await File.ReadAllBytesAsync(path, cancel));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return Screen.Refuse($"{path} cannot be read: {e.Message}", streams);
            }

            if (parsed.GetValue(published) is { } from)
            {
                var (issued, refusal) = await PublicStore.ListAsync(from, cancel);
                return issued is null ? Screen.Refuse(refusal, streams) : Say(path, digest, issued, streams);
            }

            return await StoreOptions.WithStoreAsync(parsed.GetValue(store), streams, TimeProvider.System, async opened => Say(path, digest, await StoredReports.IssuedAsync(opened, cancel), streams), cancel);
        });
        return command;
    }

    private static int Say(string path, string digest, IReadOnlyList<Edition> issued, InvocationConfiguration streams)
    {
        streams.Output.WriteLine($"{path}: SHA-256 {digest}");
        if (issued.FirstOrDefault(edition => edition.Files.Any(file => file.Digest == digest)) is not { } genuine)
        {
            streams.Output.WriteLine("Not genuine: it is none of the files that were issued, byte for byte. It may have been changed, or saved anew by another program.");
            return ExitCode.Refused;
        }

        var known = genuine.Files.First(file => file.Digest == digest);
        streams.Output.WriteLine($"Genuine: {known.Name}, edition {genuine.Head.Number} ({genuine.Head.Kind.Name()}) of {genuine.Head.Paper}, issued {UkTime.Text(genuine.IssuedAt)}.");
        foreach (var later in issued.Where(edition => edition.Number > genuine.Number && edition.Head.Paper == genuine.Head.Paper))
        {
            streams.Output.WriteLine($"Since then: {later.Head.Kind.Name()} {UkTime.Text(later.IssuedAt)}{(later.Head.Reason is { } reason ? $": {reason}" : "")}");
        }

        return ExitCode.Done;
    }
}
