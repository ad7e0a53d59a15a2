using System.Text;

namespace CSharpChef.Converge.Templates;

/// <summary>A text of everything that a template can read of a node, so that equal nodes have equal texts.</summary>
internal static class NodeText
{
    public static string Of(Node node)
    {
        var text = new StringBuilder(node.Name).Append('\n');
        text.Append(node.Address).Append('\n').AppendJoin(' ', node.Groups).Append('\n');
        text.Append(node.KnownFacts is { } facts ? Of(facts) : "no facts\n");
        return node.Attributes.Merged.Count == 0
            ? text.ToString()
            : text.Append(node.Attributes.Merged.ToJsonString()).ToString();
    }

    public static string Of(Facts facts)
    {
        var text = new StringBuilder();
        foreach (var key in facts.Values.Keys.Order(StringComparer.Ordinal))
        {
            text.Append(key).Append('=').Append(facts.Values[key]).Append('\n');
        }

        return text.ToString();
    }
}
