namespace CSharpChef.Stacks.Store.Work;

/// <summary>Work that a server has taken.</summary>
/// <param name="Wakes">How often it was noted.</param>
/// <param name="Due">When it is to be done at the earliest.</param>
internal sealed record ClaimedWork(long Wakes, DateTimeOffset Due);
