using System.Text;
using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Editor.Texts;

namespace CSharpChef.Editor.Cookbooks;

/// <summary>A cookbook and its dependencies at one moment: the open texts, and the files on the disk.</summary>
internal sealed class CookbookSnapshot
{
    private CookbookSnapshot(EditorState state, CookbookStore store, Cookbook cookbook) =>
        (State, Store, Cookbook) = (state, store, cookbook);

    public EditorState State { get; }

    public CookbookStore Store { get; }

    public Cookbook Cookbook { get; }

    /// <param name="state">The open texts.</param>
    /// <param name="folder">The folder of the cookbook.</param>
    /// <param name="roots">Finds the folders of cookbooks for the folder of one.</param>
    /// <exception cref="RecipeException">The cookbook cannot be read.</exception>
    public static CookbookSnapshot Of(
        EditorState state, string folder, Func<string, IReadOnlyList<string>> roots)
    {
        var beside = Path.GetDirectoryName(folder)!;
        var store = new CookbookStore([beside, .. roots(folder).Where(root => root != beside)])
        {
            Opened = new OpenedFiles(state.Texts.Keys, path => state.Texts.GetValueOrDefault(path)?.Bytes),
        };
        return new CookbookSnapshot(state, store, store.Get(Path.GetFileName(folder)));
    }

    public byte[]? Read(string path) => LoadPath.Read(path, Store);

    public string? TextOf(string path) => Read(path) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
}
