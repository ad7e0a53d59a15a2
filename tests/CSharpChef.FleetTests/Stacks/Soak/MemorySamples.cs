using CSharpChef.FleetTests.Stacks.Servers;

namespace CSharpChef.FleetTests.Stacks.Soak;

/// <summary>The resident memory of the server that is never killed, every five seconds.</summary>
internal sealed class MemorySamples(ServeProcess server, TimeSpan length)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan WarmUp = TimeSpan.FromMinutes(10);

    private readonly List<double> megabytes = [];

    /// <summary>The median memory of the last minutes divided by that around the tenth minute.</summary>
    public double Growth => Median(length - Window) / Median(WarmUp - (Window / 2));

    public async Task RunAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                megabytes.Add(server.ResidentMegabytes);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    public override string ToString() => $"memory at most {megabytes.DefaultIfEmpty().Max():F0} MB, growth {Growth:F2}";

    private double Median(TimeSpan from)
    {
        var samples = megabytes.Skip((int)(from / Interval)).Take((int)(Window / Interval)).Order().ToList();
        return samples.Count == 0 ? 0 : samples[samples.Count / 2];
    }
}
