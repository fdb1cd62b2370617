using System.Diagnostics;
using System.Text;

namespace Outturn.Tests.Release;

/// <summary>A PDF as qpdf writes it out to be read and edited by hand.</summary>
internal static class PdfSource
{
    public static string Of(byte[] pdf) => Encoding.Latin1.GetString(Run("qpdf", pdf, "--qdf", "--object-streams=disable"));

    /// <summary>The PDF again, its table of objects put right.</summary>
    public static byte[] Back(string source) => Run("fix-qdf", Encoding.Latin1.GetBytes(source));

    /// <summary>What a tool writes that reads a file and writes another.</summary>
    public static byte[] Run(string tool, byte[] input, params string[] options)
    {
        var (from, to) = (Path.GetTempFileName(), Path.GetTempFileName());
        try
        {
            File.WriteAllBytes(from, input);
            string[] arguments = tool == "qpdf" ? [.. options, from, to] : [.. options, from];
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = tool != "qpdf" })!;
            using var written = new MemoryStream();
            if (tool != "qpdf")
            {
                process.StandardOutput.BaseStream.CopyTo(written);
            }

            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return tool == "qpdf" ? File.ReadAllBytes(to) : written.ToArray();
        }
        finally
        {
            File.Delete(from);
            File.Delete(to);
        }
    }
}
