namespace CSharpChef.Stacks.Operations.Requests;

/// <summary>A member of a Describe request that selects documents.</summary>
/// <param name="Member">The member's name.</param>
/// <param name="IsGiven">True when the request contains it; empty texts and lists count as absent.</param>
/// <param name="ReadAsync">Reads the ids of the selected documents.</param>
internal sealed record Selector(string Member, bool IsGiven, Func<Call, Task<IReadOnlyList<string>>> ReadAsync);
