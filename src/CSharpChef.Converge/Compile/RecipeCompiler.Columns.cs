using Microsoft.CodeAnalysis.CSharp;

namespace CSharpChef.Converge.Compile;

// Makes calls that share a line pass their columns, so that each of their resources has its own place.
internal sealed partial class RecipeCompiler
{
    /// <summary>
    /// The assembly whose calls pass their columns. It differs from the other one in texts only, in no instruction, so
    /// that the symbols of that one are its symbols too.
    /// </summary>
    /// <param name="compilation">A compilation without errors.</param>
    /// <param name="calls">The calls that pass their columns.</param>
    /// <param name="assembly">Its assembly.</param>
    private byte[] WithColumns(
        CSharpCompilation compilation, IReadOnlyList<DeclaringCall> calls, byte[] assembly)
    {
        if (calls.Count == 0)
        {
            return assembly;
        }

        var used = (LoadResolver)compilation.Options.SourceReferenceResolver!;
        var changed = compilation.WithOptions(compilation.Options.WithSourceReferenceResolver(
            new LoadResolver(entry, read)
            {
                Aliases = used.Aliases,
                Changes = calls.ToLookup(
                    call => call.Path, call => call.WithColumn(used.NormalizePath(call.Path, baseFilePath: null))),
            }));
        using var stream = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = changed.Emit(stream, symbols, options: Emitting);
        return result.Success
            ? stream.ToArray()
            : throw new InvalidOperationException($"{entry.Item}: {string.Join('\n', result.Diagnostics)}");
    }
}
