namespace CSharpChef.Stacks.Layers;

/// <summary>The load-based scaling of a layer.</summary>
internal sealed record LoadScaling(bool Enable, Thresholds UpScaling, Thresholds DownScaling)
{
    public static readonly LoadScaling Off = new(false, Thresholds.Up, Thresholds.Down);
}
