using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// Templates of one node, rendered before or now. To load the template library costs a run more than all the rest of
/// its evaluation, and mostly nothing has changed. Kept is only what the same template, variables, facts and attributes
/// would give again; never a text of a run that knows secrets.
/// </summary>
internal sealed class RenderedTemplates(CookbookStore cookbooks, CacheFolder? disk, Node node, SecretTexts secrets)
{
    private readonly Lazy<byte[]> world = new(() => SHA256.HashData(Encoding.UTF8.GetBytes(World(node))));

    public string Render(string cookbook, string source, object? variables, bool sensitive)
    {
        if (sensitive || secrets.Given.Count > 0 || disk is null || NameOf(cookbook, source, variables) is not { } name)
        {
            return RenderNow(cookbook, source, variables);
        }

        return disk.Read(name) is { } kept ? Recalled(kept) : Keep(name, cookbook, source, variables);
    }

    // Not inlined: the template library loads when this method is first entered.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private string RenderNow(string cookbook, string source, object? variables) =>
        cookbooks.Templates.Render(cookbook, source, variables, node);

    /// <summary>
    /// The first line tells which facts the template read, so that the run verifies them all the same.
    /// </summary>
    private string Keep(string name, string cookbook, string source, object? variables)
    {
        var text = "";
        var read = node.Facts.ReadDuring(() => text = RenderNow(cookbook, source, variables));
        disk!.Write(name, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(int)read}\n{text}")));
        disk.Prune();
        return text;
    }

    private string Recalled(byte[] kept)
    {
        var text = Encoding.UTF8.GetString(kept);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        node.Facts.MarkRead(
            (FactGroups)int.Parse(text.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture));
        return text[(end + 1)..];
    }

    private string? NameOf(string cookbook, string source, object? variables)
    {
        var template = TemplateSource.Get(cookbooks.Get(cookbook).Files, source);
        if (template.Text is not { } text || DependsOnMore(text) || VariableText.Of(variables) is not { } given)
        {
            return null;
        }

        var key = Encoding.UTF8.GetBytes($"{CacheKey.Build}\n{template.Sha256}\n{given}");
        return $"{Convert.ToHexStringLower(SHA256.HashData([.. world.Value, .. key]))}.rendered";
    }

    /// <summary>Another template, or the clock.</summary>
    private static bool DependsOnMore(string text)
    {
        string[] words = ["include", "render", "layout", "now", "today"];
        return words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static string World(Node node)
    {
        var text = new StringBuilder(node.Name).Append('\n');
        foreach (var key in node.Facts.Values.Keys.Order(StringComparer.Ordinal))
        {
            text.Append(key).Append('=').Append(node.Facts.Values[key]).Append('\n');
        }

        return node.Attributes.Merged.Count == 0
            ? text.ToString()
            : text.Append(node.Attributes.Merged.ToJsonString()).ToString();
    }
}
