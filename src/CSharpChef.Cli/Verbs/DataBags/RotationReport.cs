using CSharpChef.Cli.Output;
using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.DataBags.Encryption;

namespace CSharpChef.Cli.Verbs.DataBags;

/// <summary>Says what a rotation has done, and what to do when it stopped before its end.</summary>
internal static class RotationReport
{
    public static IReadOnlyList<string> Lines(KeyRotation rotation, DataBagKey key, KeyFile file) =>
    [
        $"{Plural.Of(rotation.Done, "item")} encrypted with the key {key.Id} of {file.Shown}",
        .. rotation.Left(key) > 0 ? Unfinished(rotation, key) : OldKeys(rotation, key).Select(Unused),
    ];

    private static IEnumerable<string> Unfinished(KeyRotation rotation, DataBagKey key)
    {
        var (left, old) = (rotation.Left(key), OldKeys(rotation, key));
        yield return $"{left} of {Plural.Of(rotation.Count, "item")} still {(left == 1 ? "has" : "have")} "
            + $"{(old.Count == 1 ? "the key" : "one of the keys")} {string.Join(", ", old)}, and cannot be read without it: "
            + "finish with csharpchef databag rotate --no-new-key";
    }

    private static string Unused(string old) =>
        $"the key {old} encrypts none of them any more: remove its line when no other data bag or older commit needs it";

    private static IReadOnlyList<string> OldKeys(KeyRotation rotation, DataBagKey key) =>
        [.. rotation.Keys.Where(id => id != key.Id)];
}
