using CSharpChef.Converge.Secrets;

namespace CSharpChef.Testing;

/// <summary>The secrets that a test gives to a fake node. No store of this machine is read.</summary>
internal sealed class StubbedSecrets : ISecretSource
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    public void Set(string name, string text) => texts[name] = text;

    /// <exception cref="RecipeException">The test gave no such secret.</exception>
    public Task<string?> ReadAsync(string name, CancellationToken ct) =>
        texts.TryGetValue(name, out var text) ? Task.FromResult<string?>(text)
        : SecretName.HasStore(name) ? throw new RecipeException(
            $"the secret \"{name}\" has no text on this fake node: set one before the run:\n"
            + $"    node.WithSecret({CSharpLiteral.Of(name)}, \"…\");")
        : Task.FromResult<string?>(null);
}
