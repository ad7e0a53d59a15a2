using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Secrets;

namespace CSharpChef.Converge.Templates;

/// <summary>
/// Rendered templates of one node, from disk where nothing has changed: loading the template library costs more than
/// the rest of an evaluation. Texts are kept by template, variables, facts and attributes, and never in a run that has
/// read secrets.
/// </summary>
internal sealed class TemplateCache(
    CookbookStore cookbooks, Lazy<TemplateRenderer> renderer, DiskCache? disk, Node node, SecretTexts secrets)
{
    private readonly Lazy<byte[]> nodeHash = new(() => SHA256.HashData(Encoding.UTF8.GetBytes(NodeText.Of(node))));

    public string Render(string cookbook, string source, object? variables, bool sensitive)
    {
        if (sensitive || secrets.AreKnown || disk is null || KeyOf(cookbook, source, variables) is not { } key)
        {
            return RenderNow(cookbook, source, variables);
        }

        return disk.Read(key) is { } bytes ? FromDisk(bytes) : RenderToDisk(key, cookbook, source, variables);
    }

    // Not inlined: the template library loads when this method is first entered.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private string RenderNow(string cookbook, string source, object? variables) =>
        renderer.Value.Render(cookbook, source, variables, node);

    /// <summary>
    /// The first line names the facts that the template has read, so that a later run verifies them too.
    /// </summary>
    private string RenderToDisk(string key, string cookbook, string source, object? variables)
    {
        var text = "";
        var read = node.Facts.ReadDuring(() => text = RenderNow(cookbook, source, variables));
        disk!.Write(key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(int)read}\n{text}")));
        disk.Prune();
        return text;
    }

    private string FromDisk(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        node.Facts.MarkRead(
            (FactGroups)int.Parse(text.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture));
        return text[(end + 1)..];
    }

    private string? KeyOf(string cookbook, string source, object? variables)
    {
        var template = TemplateSource.Get(cookbooks.Get(cookbook).Files, source);
        if (template.Text is not { } text || MayReadMore(text) || VariableText.Of(variables, node) is not { } values)
        {
            return null;
        }

        var key = Encoding.UTF8.GetBytes($"{CacheKey.Build}\n{template.Sha256}\n{values}");
        return $"{Convert.ToHexStringLower(SHA256.HashData([.. nodeHash.Value, .. key]))}.rendered";
    }

    /// <summary>True when a template may read another template, or the clock.</summary>
    private static bool MayReadMore(string text)
    {
        string[] words = ["include", "render", "layout", "now", "today"];
        return words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
