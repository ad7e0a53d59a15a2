using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;

namespace CSharpChef.Converge.Templates;

/// <summary>
/// All that a template could see of its variables, as one text: two that are alike have the same. Null where that
/// cannot be told, as of objects that are deep, many, lazy or have a life of their own.
/// </summary>
internal sealed class VariableText
{
    private const int Deepest = 8;
    private const int Most = 2000;

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
            // A property or a list of the recipe's own failed; the template may never look at it.
            return null;
        }
    }

    private bool Add(object? value, int depth) => ++count <= Most && depth <= Deepest && value switch
    {
        null => Put("null", ""),
        string one => Put("text", one),
        bool or char or sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal
            or Enum =>
            Put(value.GetType().Name, Convert.ToString(value, CultureInfo.InvariantCulture)!),
        AttributeValue attribute => Put("json", attribute.Json.ToJsonString()),
        JsonNode json => Put("json", json.ToJsonString()),
        // What they tell are the node's facts.
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
