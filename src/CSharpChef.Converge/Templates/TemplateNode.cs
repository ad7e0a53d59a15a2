using System.Text.Json.Nodes;
using Fluid.Values;

namespace CSharpChef.Converge.Templates;

/// <summary>
/// <c>node</c> in a template: properties such as <c>Node.Memory.Total</c>, then facts and attributes by their dotted
/// path. The facts that a template reads count as read, so that a run verifies them.
/// </summary>
internal sealed class TemplateNode(Node node, object part, string path)
    : TemplateObject(part, path.Length == 0 ? "node" : $"node.{path}")
{
    protected override FluidValue? Find(string name)
    {
        var childPath = path.Length == 0 ? name : $"{path}.{name}";
        if (Members.TryGet(name, out var found))
        {
            return found is Platform or Kernel or Cpu or Memory or JsonObject
                ? new TemplateNode(node, found, childPath)
                : TemplateValue.Of(found, childPath);
        }

        return node.Find(childPath)?.Json switch
        {
            JsonObject section => new TemplateNode(node, section, childPath),
            { } value => TemplateValue.Of(value, childPath),
            _ => node.Facts.Below(childPath).Count > 0 ? new TemplateNode(node, new JsonObject(), childPath) : null,
        };
    }
}
