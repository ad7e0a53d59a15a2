namespace CSharpChef.Converge.Secrets;

/// <summary>Finds the text of a secret by its name. No error message contains any of the text.</summary>
/// <param name="node">The node, whose attributes may hold secrets.</param>
/// <param name="variable">Reads an environment variable.</param>
internal sealed class SecretSource(Node node, Func<string, string?> variable)
{
    public string Find(string name)
    {
        var text = name.Split(':', 2) switch
        {
            ["env", var key] => variable(key)
                ?? throw new RecipeException($"secret \"{name}\": the environment has no variable {key}"),
            ["file", var path] => FromFile(name, path),
            _ => FromAttribute(name),
        };
        return text.Length >= SecretTexts.Shortest ? text : throw new RecipeException(
            $"secret \"{name}\" is shorter than {SecretTexts.Shortest} characters: masking it would mask half of the output");
    }

    private static string FromFile(string name, string path)
    {
        try
        {
            return File.ReadAllText(path).TrimEnd('\r', '\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecipeException($"secret \"{name}\": {e.Message}", e);
        }
    }

    private string FromAttribute(string path)
    {
        if (node.Attributes.Find(path) is { } value)
        {
            return new AttributeValue(path, value).ToString();
        }

        throw new RecipeException(
            $"there is no attribute \"{path}\" for a secret{Nearest.Question(path, node.Attributes.Paths)}"
            + " (\"env:NAME\" and \"file:PATH\" are places for secrets too)");
    }
}
