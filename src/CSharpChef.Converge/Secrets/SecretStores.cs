using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Secrets.Stores;
using CSharpChef.Converge.Secrets.Vault;

namespace CSharpChef.Converge.Secrets;

/// <summary>The stores of secrets that this machine can read, each by the word before the colon of a name.</summary>
internal sealed class SecretStores(IReadOnlyDictionary<string, ISecretStore> stores) : ISecretSource
{
    /// <summary>The stores of the controller.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="dataBags">The data bags, whose items may hold secrets.</param>
    public static SecretStores OfController(Func<string, string?> variable, IDataBagSource dataBags)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return new SecretStores(new Dictionary<string, ISecretStore>
        {
            [SecretName.Environment] = new EnvironmentStore(variable),
            [SecretName.File] = new FileStore(),
            [SecretName.Command] = new CommandStore(TimeProvider.System),
            [SecretName.DataBag] = new DataBagStore(dataBags),
            [SecretName.Vault] = new VaultStore(variable, home, TimeProvider.System),
        });
    }

    public async Task<string?> ReadAsync(string name, CancellationToken ct)
    {
        if (SecretName.Parse(name) is not { Store: { } word } secret || !stores.TryGetValue(word, out var store))
        {
            return null;
        }

        try
        {
            return await store.ReadAsync(secret.Place, ct);
        }
        catch (RecipeException e)
        {
            throw new RecipeException($"secret \"{name}\": {e.Message}", e);
        }
        catch (SecretStoreException e)
        {
            throw new SecretStoreException($"secret \"{name}\": {e.Message}", e);
        }
    }
}
