namespace CSharpChef.Recipes;

/// <summary>A shell test that runs on the node at its resource's turn.</summary>
internal sealed record Guard(string Command, bool MustSucceed)
{
    public override string ToString() => $"{(MustSucceed ? "OnlyIf" : "NotIf")}({Command})";
}
