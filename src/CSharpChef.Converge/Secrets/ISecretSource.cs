namespace CSharpChef.Converge.Secrets;

/// <summary>
/// Finds the texts of secrets for recipes: the stores of this machine (<see cref="SecretStores"/>), or the secrets that
/// a unit test gives to its fake node.
/// </summary>
internal interface ISecretSource
{
    /// <summary>The text of the secret that recipes call by a name; null when there is none of that name.</summary>
    /// <exception cref="ChefException">The secret cannot be read. The message contains none of its text.</exception>
    Task<string?> ReadAsync(string name, CancellationToken ct);
}
