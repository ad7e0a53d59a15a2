namespace CSharpChef.Stacks.Layers;

/// <summary>How a layer follows its load.</summary>
internal sealed record LoadScaling(bool Enable, Thresholds UpScaling, Thresholds DownScaling)
{
    public static readonly LoadScaling Off = new(false, Thresholds.Up, Thresholds.Down);
}
