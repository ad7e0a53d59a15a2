using System.Text.Json;

namespace CSharpChef.Converge.Templates;

/// <summary>A template uses a name that is not defined.</summary>
internal sealed class UnknownNameException(string path, IEnumerable<string> known) : Exception(Text(path, known))
{
    public string Path { get; } = path;

    private static string SnakeCase(string path) =>
        string.Join('.', path.Split('.').Select(JsonNamingPolicy.SnakeCaseLower.ConvertName));

    private static string Text(string path, IEnumerable<string> known)
    {
        var nearest = Nearest.Of(path, known.SelectMany(name => new[] { SnakeCase(name), name }));
        return $"\"{path}\" is neither in Variables nor a fact or attribute of the node{(nearest is null ? "" : $": did you mean \"{nearest}\"?")}";
    }
}
