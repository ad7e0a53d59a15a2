using System.Diagnostics;
using System.Globalization;
using System.Text;
using CSharpChef.TestSupport.Editor;

namespace CSharpChef.Benchmarks;

/// <summary>
/// Measures the answers of the language server at the marked positions of its tests: an editor changes the text, asks,
/// and has the answer.
/// </summary>
internal static class EditorBenchmark
{
    private const int WarmUps = 3;

    public static async Task<string> RunAsync(string binary, int runs)
    {
        using var cookbooks = EditorCookbooks.Create();
        var start = Stopwatch.GetTimestamp();
        await using var client = await LanguageClient.StartAsync(cookbooks.Root, binary);
        var initialized = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var (first, warm) = (0.0, new List<double>());
        for (var pass = 0; pass < runs + WarmUps; pass++)
        {
            foreach (var file in MarkedPosition.All.GroupBy(position => position.File))
            {
                await using var text = await EditedText.OpenAsync(client, cookbooks[file.Key]);
                foreach (var position in file)
                {
                    var asked = Stopwatch.GetTimestamp();
                    await text.CompleteAsync(position.Text);
                    var time = Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
                    first = first == 0 ? time : first;
                    warm.AddRange(pass < WarmUps ? [] : [time]);
                }
            }
        }

        return Table(initialized, first, [.. warm.Order()], client.PeakMegabytes);
    }

    private static string Table(double initialized, double first, double[] warm, double megabytes)
    {
        var table = new StringBuilder("### Language server\n\n| what | measured |\n| :--- | ---: |\n");
        Row(table, "start to initialized", $"{initialized:F0} ms");
        Row(table, "first completion", $"{first:F0} ms");
        Row(table, $"completion, {warm.Length} at {MarkedPosition.All.Count} positions: median", $"{warm[warm.Length / 2]:F0} ms");
        Row(table, "95 % of them within", $"{warm[Math.Min(warm.Length * 95 / 100, warm.Length - 1)]:F0} ms");
        Row(table, "slowest", $"{warm[^1]:F0} ms");
        Row(table, "peak memory", $"{megabytes:F0} MB");
        return table.ToString();
    }

    private static void Row(StringBuilder table, string what, FormattableString measured) =>
        table.Append(CultureInfo.InvariantCulture, $"| {what} | {measured.ToString(CultureInfo.InvariantCulture)} |\n");
}
