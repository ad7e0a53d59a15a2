namespace CSharpChef.Recipes;

/// <summary>A shell command that decides, on the node and right before an action, whether the action runs.</summary>
internal sealed record Guard(string Command, bool MustSucceed)
{
    public override string ToString() => $"{(MustSucceed ? "OnlyIf" : "NotIf")}({Command})";
}
