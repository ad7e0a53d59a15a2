namespace CSharpChef.Cli.Output;

/// <summary>Prints how far a long fetch is, at most every five seconds.</summary>
internal sealed class FetchProgress(TextWriter error, TimeProvider clock) : IProgress<string>
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private long last = clock.GetTimestamp();

    public void Report(string value)
    {
        if (clock.GetElapsedTime(last) >= Interval)
        {
            last = clock.GetTimestamp();
            error.WriteLine(value);
        }
    }
}
