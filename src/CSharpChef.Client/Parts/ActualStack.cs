namespace CSharpChef.Client.Parts;

/// <summary>A stack as the server has it; without parts where there is none yet.</summary>
internal sealed record ActualStack(IReadOnlyList<ActualPart> Parts)
{
    public static readonly ActualStack None = new([]);

    /// <summary>ARNs of users by their name; none where we may not know.</summary>
    public IReadOnlyDictionary<string, string> Users { get; init; } = new Dictionary<string, string>();

    public ActualPart? Stack => Parts.FirstOrDefault(part => part.Kind == PartKind.Stack);

    public IEnumerable<ActualPart> Of(PartKind kind) => Parts.Where(part => part.Kind == kind);

    public ActualPart? Find(PartKind kind, string key) => kind == PartKind.Stack
        ? Stack
        : Of(kind).FirstOrDefault(part => string.Equals(part.Key, key, Comparison(kind)));

    // Host names are the same in any case.
    private static StringComparison Comparison(PartKind kind) =>
        kind == PartKind.Instance ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>The ARN of a user, by it or by name; null when nobody is known by it.</summary>
    public string? UserOf(string key) => key.StartsWith("arn:", StringComparison.Ordinal) ? key
        : Users.TryGetValue(key, out var arn) ? arn
        : Of(PartKind.Permission).FirstOrDefault(part => part.Label == key)?.Key;
}
