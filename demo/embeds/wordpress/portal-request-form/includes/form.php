<?php
/**
 * What stands in a page.
 *
 * @package PortalRequestForm
 */

defined( 'ABSPATH' ) || exit;

/** Attributes of the element that a page may give, and the name of each in a block. */
const PORTAL_REQUEST_FORM_ATTRIBUTES = array(
	'endpoint'     => 'endpoint',
	'request-type' => 'requestType',
	'lang'         => 'language',
	'appearance'   => 'appearance',
	'prefill-from' => 'prefillFrom',
	'no-drafts'    => 'noDrafts',
);

/** `[portal_request_form request-type="fault"]`. */
function portal_request_form_shortcode( $given ) {
	$given = is_array( $given ) ? $given : array();
	// a name without a value, as in [portal_request_form no-drafts], comes as a value without a name
	if ( in_array( 'no-drafts', $given, true ) ) {
		$given['no-drafts'] = 'true';
	}
	return portal_request_form_html( $given );
}

/** The block, with the attributes that its editor wrote. */
function portal_request_form_block( $given ) {
	$attributes = array();
	foreach ( PORTAL_REQUEST_FORM_ATTRIBUTES as $name => $in_block ) {
		if ( isset( $given[ $in_block ] ) ) {
			$attributes[ $name ] = $given[ $in_block ];
		}
	}
	return portal_request_form_html( $attributes );
}

/** Whether an attribute says yes; WordPress gives a block's as booleans and a shortcode's as text. */
function portal_request_form_is_on( $value ) {
	return true === $value || in_array( $value, array( 'true', '1', 'no-drafts' ), true );
}

/** The element with its attributes and, inside, what people see until the form is there and when it cannot be. */
function portal_request_form_html( $given ) {
	$settings = portal_request_form_settings();
	$endpoint = empty( $given['endpoint'] ) ? $settings['endpoint'] : $given['endpoint'];
	$endpoint = esc_url( $endpoint, array( 'http', 'https' ) );
	$inside   = portal_request_form_fallback( $settings['phone'] );
	if ( '' === $endpoint ) {
		return current_user_can( 'edit_posts' )
			? '<p>' . esc_html__( 'Portal request form: set the address of the portal under Settings.', 'portal-request-form' ) . '</p>'
			: $inside;
	}

	portal_request_form_load( $settings['script'] );
	$html = '<portal-request-form endpoint="' . $endpoint . '"';
	foreach ( array( 'request-type', 'lang', 'appearance', 'prefill-from' ) as $name ) {
		if ( isset( $given[ $name ] ) && is_string( $given[ $name ] ) && '' !== $given[ $name ] ) {
			$html .= ' ' . $name . '="' . esc_attr( $given[ $name ] ) . '"';
		}
	}
	if ( isset( $given['no-drafts'] ) && portal_request_form_is_on( $given['no-drafts'] ) ) {
		$html .= ' no-drafts';
	}
	return $html . '>' . $inside . '</portal-request-form>';
}

/** A phone number for who has no form. */
function portal_request_form_fallback( $phone ) {
	if ( '' === $phone ) {
		return '';
	}
	$number = preg_replace( '/[^+0-9]/', '', $phone );
	return '<p>' . esc_html__( 'The form does not work here? Phone us:', 'portal-request-form' )
		. ' <a href="' . esc_attr( 'tel:' . $number ) . '">' . esc_html( $phone ) . '</a></p>';
}

/**
 * Loads the script on pages that have a form: as a module, and before WordPress 6.5, which has none, as one classic file.
 * Without a version in the address, because the folder names it.
 */
function portal_request_form_load( $folder ) {
	$folder = '' === $folder ? plugins_url( 'dist', PORTAL_REQUEST_FORM_FILE ) : $folder;
	if ( function_exists( 'wp_enqueue_script_module' ) ) {
		wp_enqueue_script_module( 'portal-request-form', $folder . '/portal-request-form.js', array(), null );
	} else {
		wp_enqueue_script( 'portal-request-form', $folder . '/portal-request-form.classic.js', array(), null, true );
	}
}
