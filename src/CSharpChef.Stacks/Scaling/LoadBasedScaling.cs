namespace CSharpChef.Stacks.Scaling;

/// <summary>How a layer follows its load.</summary>
internal sealed record LoadBasedScaling(bool Enable, Thresholds UpScaling, Thresholds DownScaling)
{
    public static readonly LoadBasedScaling Off = new(false, Thresholds.Up, Thresholds.Down);
}
