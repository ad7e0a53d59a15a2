using CSharpChef.Client.Parts;

namespace CSharpChef.Client.Differences;

/// <summary>The changes that make a stack of the server match the file.</summary>
internal sealed record StackDifference(string Stack, IReadOnlyList<PartChange> Changes)
{
    /// <summary>
    /// What only the server has and what stays: <c>instance web3</c>, <c>app shop: Environment.OLD</c>.
    /// </summary>
    public IReadOnlyList<string> NotInFile { get; init; } = [];

    /// <summary>The declared changes that the server would refuse. With any of them, nothing is changed.</summary>
    public IReadOnlyList<string> Conflicts { get; init; } = [];

    /// <summary>The number of secrets that the server already has and that are not sent again.</summary>
    public int KeptSecrets { get; init; }

    /// <summary>Members on the server that are unknown to this version: <c>layer web: NewSetting</c>.</summary>
    public IReadOnlyList<string> UnknownMembers { get; init; } = [];

    public int Count(PartAction action) => Changes.Count(change => change.Action == action);

    public static StackDifference Of(
        IReadOnlyList<DeclaredPart> declared, ActualStack actual, DifferenceOptions options)
    {
        var parts = declared.Select(part => WithArn(part, actual)).ToList();
        var pairs = parts.Select(part => PartPair.Of(part, actual.Find(part.Kind, part.Key), options)).ToList();
        var extras = Extras(parts, actual).ToList();
        var undeclared = pairs.SelectMany(pair => pair.Extras.Select(extra => $"{pair.Declared}: {extra.Path}"));
        return new StackDifference(
            declared[0].Key,
            [.. pairs.Select(pair => pair.Change).OfType<PartChange>(), .. options.Prune ? extras.Select(Removal) : []])
        {
            NotInFile = options.Prune ? [] : [.. extras.Select(part => $"{part.Kind} {part.Label}"), .. undeclared],
            Conflicts = [.. Conflict.Of(pairs, actual), .. options.Prune ? extras.SelectMany(Conflict.OfRemoval) : []],
            UnknownMembers = actual.UnknownMembers,
            KeptSecrets = pairs.Sum(pair => pair.KeptSecrets),
        };
    }

    // From here on, the key of a permission is the ARN of its user.
    private static DeclaredPart WithArn(DeclaredPart part, ActualStack actual) =>
        part.Kind == PartKind.Permission && actual.UserOf(part.Key) is { } arn ? part with { Key = arn } : part;

    private static IEnumerable<ActualPart> Extras(IReadOnlyList<DeclaredPart> declared, ActualStack actual) =>
        actual.Parts
        .Where(part => part.Kind != PartKind.Stack
            && !declared.Any(declaration => actual.Find(declaration.Kind, declaration.Key) == part))
        .OrderByDescending(part => PartKind.All.ToList().IndexOf(part.Kind));

    private static PartChange Removal(ActualPart part) => new(PartAction.Remove, part.Kind, part.Key) { Actual = part };
}
