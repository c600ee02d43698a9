package io.fulmar.proof.architecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the poms let rooms see, held against the table: an arrow must not even be possible. */
final class Poms {
    /** A dependency of a module that its users inherit. */
    record Dependency(String group, String artifact) {}

    private Poms() {}

    static List<String> forbidden(Map<String, List<Dependency>> poms, Map<String, String> rooms, Arrows arrows) {
        List<String> found = new ArrayList<>();
        poms.forEach((room, dependencies) -> {
            for (Dependency dependency : dependencies) {
                boolean ours = dependency.group().equals("io.fulmar");
                String other = rooms.getOrDefault(dependency.artifact(), "(no room)");
                if (ours && !arrows.allowsDependency(room, other)) {
                    found.add("the pom of " + room + " names " + other);
                }
                if (!ours
                        && Arrows.CORE.contains(room)
                        && !dependency.artifact().equals("jspecify")) {
                    found.add("the pom of " + room + " names " + dependency.artifact()
                            + ": the core needs Java and JSpecify only");
                }
            }
        });
        return found;
    }

    /** Each module's room, by the name of its artifact. */
    static Map<String, String> rooms() {
        Map<String, String> rooms = new HashMap<>();
        for (Path module : House.modules()) {
            rooms.put(childText(read(module).getDocumentElement(), "artifactId"), House.roomOf(module));
        }
        return rooms;
    }

    /** What each room's pom has in compile or runtime scope. */
    static Map<String, List<Dependency>> dependencies() {
        Map<String, List<Dependency>> found = new HashMap<>();
        for (Path module : House.modules()) {
            found.put(House.roomOf(module), dependencies(read(module).getDocumentElement()));
        }
        return found;
    }

    private static List<Dependency> dependencies(Element project) {
        List<Dependency> found = new ArrayList<>();
        NodeList all = project.getElementsByTagName("dependency");
        for (int i = 0; i < all.getLength(); i++) {
            Element one = (Element) all.item(i);
            boolean ofTheModule = one.getParentNode() instanceof Element list
                    && list.getTagName().equals("dependencies")
                    && "project".equals(list.getParentNode().getNodeName());
            if (ofTheModule && !childText(one, "scope").equals("test")) {
                found.add(new Dependency(childText(one, "groupId"), childText(one, "artifactId")));
            }
        }
        return found;
    }

    private static String childText(Element parent, String name) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getTagName().equals(name)) {
                return element.getTextContent().strip();
            }
        }
        return "";
    }

    private static Document read(Path module) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(module.resolve("pom.xml").toFile());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("cannot read the pom of " + module, e);
        }
    }
}
