namespace CSharpChef.Client.Parts;

/// <summary>A stack as the server has it; without parts when it does not exist yet.</summary>
internal sealed record ActualStack(IReadOnlyList<ActualPart> Parts)
{
    public static readonly ActualStack None = new([]);

    /// <summary>ARNs of users by name; empty when the caller may not list users.</summary>
    public IReadOnlyDictionary<string, string> Users { get; init; } = new Dictionary<string, string>();

    public ActualPart? Stack => Parts.FirstOrDefault(part => part.Kind == PartKind.Stack);

    /// <summary>Members that are unknown to this version: <c>layer web: NewSetting</c>.</summary>
    public IReadOnlyList<string> UnknownMembers =>
        [.. Parts.SelectMany(part => part.Unknown.Select(name => $"{part.Kind} {part.Label}: {name}"))];

    public IEnumerable<ActualPart> Of(PartKind kind) => Parts.Where(part => part.Kind == kind);

    public ActualPart? Find(PartKind kind, string key) => kind == PartKind.Stack
        ? Stack
        : Of(kind).FirstOrDefault(part => string.Equals(part.Key, key, Comparison(kind)));

    // Host names are not case-sensitive.
    private static StringComparison Comparison(PartKind kind) =>
        kind == PartKind.Instance ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>The ARN of a user, from the ARN or the name; null when there is no such user.</summary>
    public string? UserOf(string key) => key.StartsWith("arn:", StringComparison.Ordinal) ? key
        : Users.TryGetValue(key, out var arn) ? arn
        : Of(PartKind.Permission).FirstOrDefault(part => part.Label == key)?.Key;
}
