using CSharpChef.Converge.Cookbooks;
using CSharpChef.Recipes.Steps;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace CSharpChef.Converge.Templates;

/// <summary>The templates that a template can include: the others of its cookbook.</summary>
internal sealed class TemplatePartials(CookbookFiles files) : IFileProvider
{
    public IFileInfo GetFileInfo(string subpath)
    {
        var name = subpath.EndsWith(".liquid", StringComparison.Ordinal) ? subpath[..^".liquid".Length] : subpath;
        return TemplateSource.Find(files, name) is { } content
            ? new Partial(name, content)
            : new NotFoundFileInfo(name);
    }

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private sealed class Partial(string name, FileContent content) : IFileInfo
    {
        public bool Exists => true;

        public bool IsDirectory => false;

        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

        public long Length => content.Length;

        public string Name => name;

        public string? PhysicalPath => null;

        public Stream CreateReadStream() => content.OpenRead();
    }
}
