using System.Text.Json.Serialization;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Stacks.Secrets;

/// <summary>A secret of a stack, which its recipes read by its name.</summary>
internal sealed record StackSecret : IDocument
{
    public static string Kind => "stack_secret";

    public static string Noun => "secret of the stack";

    [JsonIgnore]
    public int Version { get; set; }

    [Hidden]
    public required string SecretId { get; init; }

    public required string StackId { get; init; }

    public required string Name { get; init; }

    [Hidden]
    public required Secret Value { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string UpdatedBy { get; init; }

    public string Id => SecretId;

    public string? OwnerStack => StackId;

    public IEnumerable<UniqueName> Names =>
        [new($"secret/{StackId}", Name, $"There is already a secret '{Name}' in the stack {StackId}.")];

    /// <summary>Finds a secret by its name; null when the stack has none of that name.</summary>
    public static async Task<StackSecret?> FindAsync(StoreSession session, string stack, string name) =>
        (await session.ListAsync<StackSecret>(stack)).FirstOrDefault(secret => secret.Name == name);
}
