using CSharpChef.Client.Differences;

namespace CSharpChef.Client.Apply;

/// <summary>Thrown when a stack was changed only in part. Changes stay; applying again continues from there.</summary>
internal sealed class ApplyException(
    PartChange failed, IReadOnlyList<PartChange> done, IReadOnlyList<PartChange> left, ChefException cause)
    : ChefException(Text(failed, done, left, cause), cause)
{
    public override int ExitCode { get; } = cause.ExitCode;

    private static string Text(
        PartChange failed, IReadOnlyList<PartChange> done, IReadOnlyList<PartChange> left, ChefException cause) =>
        $"{failed} failed: {cause.Message}\n{Line("done", done)}\n{Line("not done", [failed, .. left])}\n"
        + "Once that is fixed, apply again: it continues from here.";

    private static string Line(string label, IReadOnlyList<PartChange> changes) =>
        $"{label}: {(changes.Count == 0 ? "nothing" : string.Join(", ", changes))}";
}
