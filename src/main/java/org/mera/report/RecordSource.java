package org.mera.report;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;
import org.jspecify.annotations.Nullable;

/** Records as the rows of a template: a field is a component, {@link Rows} are the source of what stands within the row. */
final class RecordSource implements JRDataSource {

    private static final Map<Class<?>, Map<String, Method>> COMPONENTS = new ConcurrentHashMap<>();

    private final Iterator<? extends Record> rows;
    private final Glyphs glyphs;
    private @Nullable Record row;

    RecordSource(Iterator<? extends Record> rows, Glyphs glyphs) {
        this.rows = rows;
        this.glyphs = glyphs;
    }

    @Override
    public boolean next() {
        row = rows.hasNext() ? rows.next() : null;
        return row != null;
    }

    @Override
    @SuppressWarnings("NullAway") // a template prints nothing where there is nothing
    public @Nullable Object getFieldValue(JRField field) {
        Record current = row;
        if (current == null) {
            return null;
        }
        Method component = components(current.getClass()).get(field.getName());
        if (component == null) {
            throw new PaperException("A template asks for «" + field.getName() + "», which its rows do not have: "
                    + components(current.getClass()).keySet());
        }
        return printable(value(component, current), glyphs);
    }

    /** {@return a value as templates get it} */
    static @Nullable Object printable(@Nullable Object value, Glyphs glyphs) {
        if (value instanceof String text) {
            return glyphs.printable(text);
        }
        if (value instanceof String[] texts) {
            return Arrays.stream(texts).map(glyphs::printable).toArray(String[]::new);
        }
        if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof String) {
            return list.stream().map(text -> glyphs.printable((String) text)).toList();
        }
        if (value instanceof Rows rows) {
            return new RecordSource(rows.records().iterator(), glyphs);
        }
        return value;
    }

    private static Map<String, Method> components(Class<?> type) {
        return COMPONENTS.computeIfAbsent(type, RecordSource::methods);
    }

    private static Map<String, Method> methods(Class<?> type) {
        Map<String, Method> methods = new ConcurrentHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Method method = component.getAccessor();
            method.setAccessible(true);
            methods.put(component.getName(), method);
        }
        return methods;
    }

    private static @Nullable Object value(Method component, Record row) {
        try {
            return component.invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A record gives what it holds", e);
        }
    }
}
