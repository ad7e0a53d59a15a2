using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;

namespace CSharpChef.Converge.Templates;

/// <summary>
/// Builds a text of everything that a template could read of its variables, so that equal variables have equal texts.
/// There is no text when values are too many, nested too deep, or computed on each read.
/// </summary>
internal sealed class VariableText
{
    private const int MaxDepth = 8;
    private const int MaxValues = 2000;

    private readonly StringBuilder text = new();
    private int valueCount;

    private readonly Node node;

    private VariableText(Node node) => this.node = node;

    /// <param name="variables">The variables of a template.</param>
    /// <param name="node">The node that the recipe runs for, whose facts and attributes are not in the text.</param>
    public static string? Of(object? variables, Node node)
    {
        var builder = new VariableText(node);
        try
        {
            return builder.Add(variables, 0) ? builder.text.ToString() : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A property or an enumerator threw; the template may never read it.
            return null;
        }
    }

    private bool Add(object? value, int depth) => ++valueCount <= MaxValues && depth <= MaxDepth && value switch
    {
        null => Append("null", ""),
        string plainText => Append("text", plainText),
        bool or char or sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal
            or Enum =>
            Append(value.GetType().Name, Convert.ToString(value, CultureInfo.InvariantCulture)!),
        AttributeValue attribute => Append("json", attribute.Json.ToJsonString()),
        JsonNode json => Append("json", json.ToJsonString()),
        Node other => Append("node", ReferenceEquals(other, node) ? "" : NodeText.Of(other)),
        Platform part => AddFacts(part, part.Facts),
        Kernel part => AddFacts(part, part.Facts),
        Cpu part => AddFacts(part, part.Facts),
        Memory part => AddFacts(part, part.Facts),
        DateTime or DateTimeOffset or TimeProvider or Delegate or MemberInfo or Task or Stream or Resource => false,
        _ => AddParts(value, depth),
    };

    private bool AddFacts(object part, Facts facts) =>
        Append(part.GetType().Name, ReferenceEquals(facts, node.Facts) ? "" : NodeText.Of(facts));

    private bool AddParts(object value, int depth)
    {
        if (ObjectMembers.Of(value) is not { } members)
        {
            return Append("list", "")
                && ((IEnumerable)value).Cast<object?>().All(item => Add(item, depth + 1))
                && Append("end", "");
        }

        return Append(value.GetType().ToString(), value.ToString() ?? "")
            && members.All.All(member => Append("member", member.Name) && Add(member.Value(), depth + 1))
            && Append("end", "");
    }

    private bool Append(string kind, string value)
    {
        text.Append(CultureInfo.InvariantCulture, $"{kind} {value.Length} {value}\n");
        return true;
    }
}
