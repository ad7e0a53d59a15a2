using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;

namespace CSharpChef.Converge.Templates;

/// <summary>
/// A text of everything that a template could read of its variables: equal variables have equal texts. Null for objects
/// that are too many, nested too deep, or computed on each read.
/// </summary>
internal sealed class VariableText
{
    private const int MaxDepth = 8;
    private const int MaxValues = 2000;

    private readonly StringBuilder text = new();
    private int count;

    private VariableText()
    {
    }

    public static string? Of(object? variables)
    {
        var all = new VariableText();
        try
        {
            return all.Add(variables, 0) ? all.text.ToString() : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A property or a list of the recipe failed; the template may never read it.
            return null;
        }
    }

    private bool Add(object? value, int depth) => ++count <= MaxValues && depth <= MaxDepth && value switch
    {
        null => Put("null", ""),
        string characters => Put("text", characters),
        bool or char or sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal
            or Enum =>
            Put(value.GetType().Name, Convert.ToString(value, CultureInfo.InvariantCulture)!),
        AttributeValue attribute => Put("json", attribute.Json.ToJsonString()),
        JsonNode json => Put("json", json.ToJsonString()),
        // Their values are facts of the node.
        Node or Platform or Kernel or Cpu or Memory => Put(value.GetType().Name, ""),
        DateTime or DateTimeOffset or TimeProvider or Delegate or MemberInfo or Task or Stream or Resource => false,
        _ => AddParts(value, depth),
    };

    private bool AddParts(object value, int depth)
    {
        if (ObjectMembers.Of(value) is not { } members)
        {
            return Put("list", "")
                && ((IEnumerable)value).Cast<object?>().All(item => Add(item, depth + 1))
                && Put("end", "");
        }

        return Put(value.GetType().ToString(), value.ToString() ?? "")
            && members.All.All(member => Put("member", member.Name) && Add(member.Value(), depth + 1))
            && Put("end", "");
    }

    private bool Put(string kind, string value)
    {
        text.Append(CultureInfo.InvariantCulture, $"{kind} {value.Length} {value}\n");
        return true;
    }
}
