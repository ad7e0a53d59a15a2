using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Secrets.Stores;

/// <summary>A place on this machine, or one that it reaches, in which secrets are.</summary>
internal interface ISecretStore
{
    /// <summary>The text of a secret.</summary>
    /// <param name="place">What stands behind the colon of the secret's name.</param>
    /// <param name="ct">Cancels the read.</param>
    /// <exception cref="RecipeException">It cannot be read. The message contains none of its text.</exception>
    /// <exception cref="SecretStoreException">Its server cannot be reached.</exception>
    Task<string> ReadAsync(string place, CancellationToken ct);
}
