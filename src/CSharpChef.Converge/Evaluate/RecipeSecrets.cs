using CSharpChef.Converge.Secrets;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// The secrets that the recipes of one node have asked for. One that is an attribute is read at once; any other is a
/// question to the controller.
/// </summary>
internal sealed class RecipeSecrets(NodeAttributes attributes, SecretTexts texts, PausePoint pausePoint)
{
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>The text of a secret, which is masked from then on.</summary>
    /// <param name="name">The name as the recipe writes it.</param>
    /// <param name="requireRunning">Throws when the caller may not wait for an answer.</param>
    public string Read(string name, Action requireRunning)
    {
        if (known.TryGetValue(name, out var text))
        {
            return text;
        }

        text = Attribute(name) ?? Ask(name, requireRunning) ?? throw Unknown(name);
        RefuseShort(name, text);
        texts.Add(text);
        return known[name] = text;
    }

    private string? Ask(string name, Action requireRunning)
    {
        requireRunning();
        return (string?)pausePoint.Ask(new Pause.SecretQuestion(name));
    }

    private string? Attribute(string name) =>
        !SecretName.HasStore(name) && attributes.Find(name) is { } value
            ? SecretValue.Text(name, value)
            : null;

    private RecipeException Unknown(string name) => new(
        $"there is no attribute \"{name}\" for a secret{Nearest.Question(name, attributes.Paths)}"
        + $" (secrets can be in other places too: {SecretName.Examples})");

    private static void RefuseShort(string name, string text)
    {
        if (text.Length < SecretTexts.Shortest)
        {
            throw new RecipeException(
                $"secret \"{name}\" is shorter than {SecretTexts.Shortest} characters: masking it would mask half of the output");
        }
    }
}
