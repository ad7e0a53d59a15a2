using CSharpChef.Client.Parts;

namespace CSharpChef.Client.Differences;

/// <summary>The changes that make a stack of the server match the file.</summary>
internal sealed record StackDifference(string Stack, IReadOnlyList<PartChange> Changes)
{
    /// <summary>
    /// What only the server has and what stays: <c>instance web3</c>, <c>app shop: Environment.OLD</c>.
    /// </summary>
    public IReadOnlyList<string> NotInFile { get; init; } = [];

    /// <summary>The changes that the server would refuse. If there are any, nothing is changed.</summary>
    public IReadOnlyList<string> Conflicts { get; init; } = [];

    /// <summary>The number of secrets that the server already has and that are not sent again.</summary>
    public int KeptSecrets { get; init; }

    /// <summary>Members of the server that this version does not know: <c>layer web: NewSetting</c>.</summary>
    public IReadOnlyList<string> UnknownMembers { get; init; } = [];

    public int Count(PartAction action) => Changes.Count(change => change.Action == action);

    public static StackDifference Of(
        IReadOnlyList<DeclaredPart> declared, ActualStack actual, DifferenceOptions options)
    {
        var known = declared.Select(part => WithArn(part, actual)).ToList();
        var pairs = known.Select(part => PartPair.Of(part, actual.Find(part.Kind, part.Key), options)).ToList();
        var extras = Extras(known, actual).ToList();
        var unset = pairs.SelectMany(pair => pair.Extras.Select(extra => $"{pair.Declared}: {extra.Path}"));
        return new StackDifference(
            declared[0].Key,
            [.. pairs.Select(pair => pair.Change).OfType<PartChange>(), .. options.Prune ? extras.Select(Removal) : []])
        {
            NotInFile = options.Prune ? [] : [.. extras.Select(part => $"{part.Kind} {part.Label}"), .. unset],
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
            && !declared.Any(declaredPart => actual.Find(declaredPart.Kind, declaredPart.Key) == part))
        .OrderByDescending(part => PartKind.All.ToList().IndexOf(part.Kind));

    private static PartChange Removal(ActualPart part) => new(PartAction.Remove, part.Kind, part.Key) { Actual = part };
}
