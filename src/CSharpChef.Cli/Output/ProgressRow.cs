using System.Globalization;

namespace CSharpChef.Cli.Output;

/// <summary>A running host: its current step, the number of steps, and what it does.</summary>
internal sealed record ProgressRow(string Host, string Step, string Doing, TimeSpan Elapsed)
{
    public string Seconds => Time(Elapsed);

    public static string Time(TimeSpan time) => time.TotalMinutes < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0}s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes}m{time.Seconds:00}s");
}
