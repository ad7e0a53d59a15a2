namespace CSharpChef.Converge.Secrets.Stores;

/// <summary><c>file:PATH</c>: files of this machine, without the line ends at their end.</summary>
internal sealed class FileStore : ISecretStore
{
    public async Task<string> ReadAsync(string place, CancellationToken ct)
    {
        try
        {
            return (await File.ReadAllTextAsync(place, ct)).TrimEnd('\r', '\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new RecipeException(Directory.Exists(place) ? $"{place} is a folder: name a file" : e.Message, e);
        }
    }
}
