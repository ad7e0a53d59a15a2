namespace CSharpChef.Stacks;

/// <summary>The new access key of a user, and the ids of the oldest keys, which gave way to it.</summary>
internal sealed record RescuedUser(string AccessKeyId, string Secret, IReadOnlyList<string> RemovedKeys);
